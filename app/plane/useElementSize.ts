import { useLayoutEffect, useState, type RefObject } from 'react';

/** The size of an element's content in whole CSS pixels, and the device pixels a CSS pixel, kept up to date. */
export function useElementSize(ref: RefObject<HTMLElement | null>): {
  width: number;
  height: number;
  pixelRatio: number;
} {
  const [size, setSize] = useState({ width: 0, height: 0, pixelRatio: 1 });
  useLayoutEffect(() => {
    const element = ref.current;
    if (!element) return undefined;
    const measure = () => {
      const next = {
        width: Math.floor(element.clientWidth),
        height: Math.floor(element.clientHeight),
        pixelRatio: window.devicePixelRatio,
      };
      setSize((size) =>
        size.width === next.width && size.height === next.height && size.pixelRatio === next.pixelRatio
          ? size
          : next,
      );
    };
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    window.addEventListener('resize', measure);
    return () => {
      observer.disconnect();
      window.removeEventListener('resize', measure);
    };
  }, [ref]);
  return size;
}
