import { useEffect, useState } from 'react';
import { useApp } from './AppContext.ts';

/** Whether the first paths are on screen: what is not needed for them is loaded then. */
export function useAfterFirstPaths(): boolean {
  const { firstPaths } = useApp();
  const [isAfter, setAfter] = useState(false);
  useEffect(() => {
    void firstPaths.then(() => setAfter(true));
  }, [firstPaths]);
  return isAfter;
}
