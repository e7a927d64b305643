/** The process that holds a lease, `<host> <pid> <id>`, without what only tells two of one id apart. */
export const Worker = ({ holder }: { holder: string }) => {
  const [host = holder, pid] = holder.split(' ');
  return (
    <>
      <code className="wrap-anywhere">{host}</code>, process {pid}
    </>
  );
};
