import {
  Accessibility,
  Mic,
  Monitor,
  Phone,
  Plug,
  Presentation,
  Video,
  type LucideIcon,
} from 'lucide-react';

/** Icons for what rooms commonly have; anything else is a plug. */
const icons: readonly (readonly [RegExp, LucideIcon])[] = [
  [/screen|display|monitor|tv/i, Monitor],
  [/video|camera/i, Video],
  [/board|flip|projector/i, Presentation],
  [/mic/i, Mic],
  [/phone/i, Phone],
  [/step-free|wheelchair|accessible|hearing/i, Accessibility],
];

const iconFor = (item: string) => icons.find(([name]) => name.test(item))?.[1] ?? Plug;

/** What a room has, as icons; named for screen readers and when pointed at. */
export const EquipmentList = ({ equipment }: { equipment: readonly string[] }) => (
  <ul aria-label="Equipment" className="flex flex-wrap items-center gap-2.5 empty:hidden">
    {equipment.map((item) => {
      const Icon = iconFor(item);
      return (
        <li key={item} title={item} className="flex items-center text-ink-2">
          <Icon aria-hidden size={15} strokeWidth={1.75} />
          <span className="sr-only">{item}</span>
        </li>
      );
    })}
  </ul>
);
