/** The name of Roomlog's database: ROOMLOG_DB, `roomlog` when not set. */
export function databaseName(): string {
  return process.env.ROOMLOG_DB ?? 'roomlog';
}
