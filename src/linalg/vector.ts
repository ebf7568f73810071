/** A point, a direction or a row-major matrix: float64 throughout, so that results compare with PyTorch's. */
export type Vector = Float64Array;
