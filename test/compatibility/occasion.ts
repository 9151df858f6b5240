/** Something that is waited for. */
export interface Occasion {
  readonly come: () => void;
  readonly hasCome: Promise<void>;
}

export function occasion(): Occasion {
  let come: () => void = () => undefined;
  const hasCome = new Promise<void>((resolve) => {
    come = resolve;
  });
  return { come: () => come(), hasCome };
}
