/** An error as it is logged. */
export type ErrorFields = {
  readonly name: string;
  readonly message: string;
  readonly code?: string | number;
  readonly stack?: string;
  readonly cause?: ErrorFields;
};

/** Causes of causes beyond this depth are left out. */
const deepest = 3;

/**
 * What of an error is logged: name, message, code, stack and cause, and nothing else that it carries.
 * The driver's errors hold the documents they failed to write, with what people typed. Names and
 * passwords in addresses are taken out.
 */
export const errorFields = (error: unknown): ErrorFields => fieldsOf(error, deepest);

const fieldsOf = (error: unknown, depth: number): ErrorFields => {
  if (!(error instanceof Error)) return { name: typeof error, message: clean(String(error)) };
  const { name, message, stack, cause } = error;
  const code: unknown = 'code' in error ? error.code : undefined;
  return {
    name,
    message: clean(message),
    ...((typeof code === 'string' || typeof code === 'number') && { code }),
    ...(stack !== undefined && { stack: clean(stack) }),
    ...(cause !== undefined && depth > 0 && { cause: fieldsOf(cause, depth - 1) }),
  };
};

const clean = (text: string) => withoutKeys(text).replace(/\/\/[^/@\s]*@/g, '//');

/** MongoDB names in a message the key that was there twice, or the value it could not take. */
const withoutKeys = (text: string) => text.replace(/dup key: \{.*?\}/gs, 'dup key');
