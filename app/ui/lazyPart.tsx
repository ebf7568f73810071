import { createContext, lazy, useContext, type ComponentType, type LazyExoticComponent } from 'react';

/** One try to show what stands inside a boundary: another object after “Try again”. */
export const AttemptContext = createContext<object>({});

/**
 * A component that is fetched when it is first shown. React keeps a failed fetch for good; here each try of the boundary
 * around it fetches anew, so that the part comes once the network is back. The boundary stands around the `Suspense`.
 */
export function lazyPart<Props extends object>(
  load: () => Promise<ComponentType<Props>>,
): ComponentType<Props> {
  const tries = new WeakMap<object, LazyExoticComponent<ComponentType<Props>>>();
  return function LazyPart(props: Props) {
    const attempt = useContext(AttemptContext);
    const Part = tries.get(attempt) ?? lazy(async () => ({ default: await load() }));
    tries.set(attempt, Part);
    return <Part {...props} />;
  };
}
