/** Words of the page on backpropagation. */
export const backpropagationMessages = {
  pair: 'Output and loss',
  pairs: {
    'sigmoid-entropy': 'sigmoid, cross-entropy',
    'softmax-entropy': 'softmax, cross-entropy',
    'linear-squares': 'none, squared error',
    'sigmoid-squares': 'sigmoid, squared error',
  },
  activation: 'Hidden layer',
  activations: { sigmoid: 'sigmoid', tanh: 'tanh', relu: 'ReLU' },
  pass: 'On the graph',
  passes: { forward: 'forward', backward: 'and backward' },
  label: 'Target y',
  category: 'True class',

  graph: 'The network, with its numbers',
  input: (number: string) => `Input x${number}`,
  weight: (layer: string, to: string, from: string) =>
    `Weight of layer ${layer} to neuron ${to} from ${layer === '2' ? 'input' : 'neuron'} ${from}`,
  bias: (layer: string, to: string) => `Bias of neuron ${to} of layer ${layer}`,
  valueAndGradient: (value: string, gradient: string) => `${value}, gradient ${gradient}`,
  hidden: (number: string, a: string, delta: string) =>
    `Neuron ${number} of layer 2: a is ${a}, δ is ${delta}`,
  output: (number: string, a: string, delta: string) =>
    `Output ${number}: ŷ is ${a}, the error δ is ${delta}`,
  target: (y: string) => `y = ${y}`,
  cost: (c: string) => `C = ${c}`,
  hint: 'Drag a number up or down, or use the arrow keys; press a neuron to read its error.',

  sureMistake: 'Make a sure mistake',
  read: 'Read',
  value: 'Value',
  checkFormula: String.raw`\dfrac{C(\cdot + h) - C(\cdot - h)}{2h}, \quad h = 10^{-5}`,
  inSum: (equation: string, differences: string, apart: string) =>
    `By the equation ${equation}, by finite differences ${differences}: they differ by ${apart}.`,

  match: (output: string, target: string, delta: string) =>
    `Output and loss match: σ′ cancels, and δ is ŷ − y = ${output} − ${target} = ${delta}.`,
  matchLinear: (output: string, target: string, delta: string) =>
    `Without an activation σ′ is 1, and δ is ŷ − y = ${output} − ${target} = ${delta}.`,
  matchSoftmax: 'Output and loss match: the sum over the outputs comes to δ = ŷ − y at each of them.',
  mismatch: (difference: string, slope: string, delta: string) =>
    `Output and loss do not match: ŷ − y = ${difference} is multiplied by σ′(z) = ${slope}, so δ is only ${delta} and learning is slow; with cross-entropy it would be ŷ − y.`,
  stopped: (difference: string) =>
    `ŷ − y = ${difference}, and yet δ is 0: σ′(z) has rounded to 0, and the network learns nothing from its mistake. With cross-entropy δ would be ŷ − y.`,
  infinite: (output: string, value: string, delta: string) =>
    `In float64 ŷ is exactly ${output}: as printed the loss is ∞ and (BP1) ∞ · 0, which is no number. Computed from z the loss is ${value}, and ŷ − y = ${delta} still says which way to go.`,
  kink: 'A ReLU stands at its corner, z = 0: its slope is taken as 0 there, and finite differences see both sides.',

  equations: {
    bp1: { name: 'BP1', tex: String.raw`\delta^L = \nabla_a C \odot \sigma'(z^L)` },
    bp2: { name: 'BP2', tex: String.raw`\delta^l = ((w^{l+1})^T \delta^{l+1}) \odot \sigma'(z^l)` },
    bp3: { name: 'BP3', tex: String.raw`\dfrac{\partial C}{\partial b_j^l} = \delta_j^l` },
    bp4: { name: 'BP4', tex: String.raw`\dfrac{\partial C}{\partial w_{jk}^l} = a_k^{l-1} \delta_j^l` },
  },
  softmaxForm: String.raw`\delta^L_j = \sum_i \dfrac{\partial C}{\partial \hat y_i} \dfrac{\partial \hat y_i}{\partial z_j} = \hat y_j - y_j`,
  columns: { entry: 'Entry', equation: 'by the equation', differences: 'by differences', apart: 'apart' },
  spoken: (entry: string, value: string) => `${entry}: ${value}`,
  names: {
    delta: (layer: string, at: string) => `Error δ of neuron ${at} of layer ${layer}`,
    bias: (layer: string, at: string) => `∂C/∂b of neuron ${at} of layer ${layer}`,
    weight: (layer: string, at: string, from: string) => `∂C/∂w of layer ${layer}, to ${at} from ${from}`,
  },
} as const;
