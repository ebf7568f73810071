import { pair, type PrintedLine, type SymbolPair } from '../printedForm.ts';

// Algorithm 2 of Memphis, “Adam with L₂ regularization and Adam with weight decay (AdamW)”, which is printed of
// Adam, of AdamW, of both kinds of weight decay and of warm restarts.

const raw = String.raw;

export const ALGORITHM_2: readonly PrintedLine[] = [
  ['5:', raw`\nabla f_t(\mathbf x_{t-1}) \leftarrow \text{SelectBatch}(\mathbf x_{t-1})`],
  ['6:', raw`\mathbf g_t \leftarrow \nabla f_t(\mathbf x_{t-1}) + w\mathbf x_{t-1}`],
  ['7:', raw`\mathbf m_t \leftarrow \beta_1 \mathbf m_{t-1} + (1 - \beta_1) \mathbf g_t`],
  ['8:', raw`\mathbf v_t \leftarrow \beta_2 \mathbf v_{t-1} + (1 - \beta_2) \mathbf g_t^2`],
  ['9:', raw`\hat{\mathbf m}_t \leftarrow \mathbf m_t / (1 - \beta_1^t)`],
  ['10:', raw`\hat{\mathbf v}_t \leftarrow \mathbf v_t / (1 - \beta_2^t)`],
  ['11:', raw`\eta_t \leftarrow \text{SetScheduleMultiplier}(t)`],
  [
    '12:',
    raw`\mathbf x_t \leftarrow \mathbf x_{t-1} - \eta_t \left(\alpha \hat{\mathbf m}_t / (\sqrt{\hat{\mathbf v}_t} + \epsilon) + w\mathbf x_{t-1}\right)`,
  ],
];

export const ALGORITHM_2_SYMBOLS: readonly SymbolPair[] = [
  pair(raw`\mathbf x_{t-1}`, raw`\theta`, 'the point before the step'),
  pair(raw`\mathbf g_t`, 'g', 'gradient'),
  pair(raw`\mathbf m_t, \mathbf v_t`, 'm, v', 'averages of gradients and of their squares'),
  pair(raw`\alpha`, raw`\eta`, 'learning rate'),
  pair(raw`\eta_t`, raw`\eta_t / \eta`, 'factor of the schedule'),
  pair(raw`w \text{ in line 6}`, raw`\lambda`, 'of the modifier Weight decay, L2'),
  pair(raw`w \text{ in line 12}`, raw`\eta\lambda`, 'of AdamW, and of the modifier Weight decay, decoupled'),
  pair(raw`\epsilon`, raw`\epsilon`, 'stabilizer'),
];
