import type { Vector } from '../../linalg/vector.ts';
import type { ArrowRole } from '../../optimizers/optimizer.ts';

/** What an arrow, a point or a shape is to the equations of its step. */
interface Named {
  /** The name that it lights, and that lights it. */
  readonly term: string;
  /** All names that it is made of or stands for, `term` among them: the settings in it too. */
  readonly names: readonly string[];
  readonly role: ArrowRole;
  /** What it is, in the equations' names: `-@lr\, @g`. */
  readonly template: string;
  /** The same in plain words. */
  readonly label: string;
}

/** An arrow of a step, in the problem's parameters. */
export interface PictureArrow extends Named {
  readonly from: Vector;
  readonly vector: Vector;
  /** Whether it is as long as it is: a way from point to point. What is not, such as a gradient, states its scale. */
  readonly isTrue: boolean;
  /** Whether it is one of the terms that add up to Δθ. */
  readonly isTerm: boolean;
}

export interface PicturePoint extends Named {
  readonly at: Vector;
  /** A point that it is joined to by a line. */
  readonly joined: Vector | null;
}

/** What the equations draw beside arrows. */
export type PictureShape =
  /** Every coordinate at most `half` from the centre; `corners` where a step always ends in one of them. */
  | {
      readonly kind: 'box';
      readonly term: string;
      readonly center: Vector;
      readonly half: number;
      readonly corners: boolean;
    }
  | { readonly kind: 'circle'; readonly term: string; readonly center: Vector; readonly radius: number }
  /** The quadratic g·z + ½ zᵀHz around a point, H row-major. */
  | {
      readonly kind: 'model';
      readonly term: string;
      readonly center: Vector;
      readonly gradient: Vector;
      readonly hessian: Vector;
    }
  /**
   * A ray along which points were tried: those of a backtracking search, the last one taken if any was, or of one that
   * may also go on only the whole direction (`isDirection`).
   */
  | {
      readonly kind: 'trials';
      readonly term: string;
      readonly from: Vector;
      readonly points: readonly Vector[];
      readonly isTaken: boolean;
      readonly isDirection: boolean;
    };

/**
 * What a step looks like: `sum` where Δθ is a sum of vectors, which stand tip to tail from θ in their order; `shared`
 * where arrows start in one point.
 */
export interface StepPicture {
  readonly kind: 'sum' | 'shared';
  /** θ before the step. */
  readonly theta: Vector;
  /** Δθ last. */
  readonly arrows: readonly PictureArrow[];
  readonly points: readonly PicturePoint[];
  readonly shapes: readonly PictureShape[];
  /** Whether the map's contours are those of which g is the gradient, so that they meet at a right angle. */
  readonly isAcrossContour: boolean;
}
