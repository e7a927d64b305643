import type { Role } from '@/domain/shared/actor';
import { demoMembers } from '@/infrastructure/members';
import { memberCookie, whoActs } from '../who-acts';
import { AutoSubmitSelect } from './auto-submit-select';
import { chooseMember } from './choose.action';

/** Chooses who acts; sends itself where scripts run, has a button where they do not. */
export const MemberChooser = async () => (
  <form action={chooseMember} aria-label="Who acts" className="flex items-center gap-2">
    <AutoSubmitSelect
      name={memberCookie}
      label="You are"
      value={(await whoActs())?.id ?? ''}
      placeholder="Who are you?"
      groups={[
        { label: 'Members', options: optionsOf('member') },
        { label: 'Managers', options: optionsOf('manager') },
      ]}
    />
    <button type="submit" className="button without-script">
      Switch
    </button>
  </form>
);

const optionsOf = (role: Role) =>
  demoMembers
    .filter((member) => member.role === role)
    .map(({ id, name }) => ({ value: id, label: name }));
