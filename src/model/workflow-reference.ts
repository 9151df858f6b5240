/** `from` of a mapping in a workflow, such as `find/customer/id`, in its two parts. */
export interface WorkflowReference {
  /** `input`, a step's id, or a name that a step's `outputs` gives. */
  readonly origin: string;
  /** JSON Pointer into that value; empty for all of it. */
  readonly pointer: string;
}

/** Takes a reference apart. Its form has been checked by the manifest's JSON Schema. */
export function parseReference(text: string): WorkflowReference {
  const slash = text.indexOf('/');
  return slash === -1 ? { origin: text, pointer: '' } : { origin: text.slice(0, slash), pointer: text.slice(slash) };
}

export function originOf(text: string): string {
  return parseReference(text).origin;
}
