import { defineProblem } from '../problem.ts';

/** The plainest saddle. It has no minimum: f falls without bound along y. */
export const saddle = defineProblem({
  name: 'Saddle',
  lesson: 'SGD and momentum linger where the gradient almost vanishes, and only then fall along y.',
  formula: 'x^2-y^2',
  cite: [
    { lecture: 'Westlake', at: '“Issues of SGD—from the perspective of loss landscape”, challenge 2' },
    { lecture: 'Erlangen', at: 'part 3, “How can this even work?”' },
    { lecture: 'Optimizers', at: '“Basic Gradient Descent Algorithms”, saddle points' },
  ],
  unlisted: 'There is no minimizer: along y the loss falls without bound.',
  parameters: {},
  create() {
    return {
      dimension: 2,
      valueInto(theta, out) {
        const x = theta[0];
        const y = theta[1];
        out[0] = x * x - y * y;
      },
      gradient(theta, out) {
        out[0] = 2 * theta[0];
        out[1] = -2 * theta[1];
      },
      hessian(_theta, out) {
        out[0] = 2;
        out[1] = 0;
        out[2] = 0;
        out[3] = -2;
      },
      minimizers: [],
      saddles: [[0, 0]],
      domain: { x: [-2, 2], y: [-2, 2] },
      start: [-1.5, 0.01],
    };
  },
});
