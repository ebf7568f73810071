import { softmaxMessages as say } from '../../../src/messages/softmax.ts';
import { LOSSES } from '../../../src/losses/registry.ts';
import { printEquation } from '../../../src/losses/walk/printEquation.ts';
import { printNumber } from '../../../src/reading/printNumber.ts';
import { Tex } from '../../formulas/Tex.tsx';
import { Prose } from '../../lecture/Prose.tsx';
import { Credit } from '../parts/Credit.tsx';
import { Printed } from './Printed.tsx';
import { Bar } from './Stage.tsx';
import type { Walk } from './walk.ts';

const DIGITS = 3;
/** Of an error, that is a power of ten rather than a measurement. */
const ERROR_DIGITS = 1;

/** p − one-hot, beside what central differences give. */
export function GradientTable({ walk: { trueClass, reading } }: { walk: Walk }) {
  const { gradient, differences, apart } = reading;
  const { columns } = say;
  const name = say.classes[trueClass];
  return (
    <section className="softmax-part" aria-labelledby="softmax-gradient">
      <h2 id="softmax-gradient">{say.gradient}</h2>
      <Tex tex={String.raw`\dfrac{\partial L}{\partial s_k} = p_k - y_k`} className="walk-formula" fits />
      <table className="walk-table gradient-table">
        <caption>
          <Prose text={say.gradientOf(name)} />
        </caption>
        <thead>
          <tr>
            <th scope="col">{columns.name}</th>
            <th scope="col" className="gradient-given">
              <i>{columns.p}</i>
            </th>
            <th scope="col" className="gradient-given">
              <i>{columns.y}</i>
            </th>
            <th scope="col">
              <Prose text={columns.gradient} />
            </th>
            <th scope="col" className="gradient-bar">
              <span className="visually-hidden">{say.bars}</span>
            </th>
            <th scope="col">{columns.differences}</th>
          </tr>
        </thead>
        <tbody>
          {gradient.map((g, k) => {
            const y = k === trueClass ? 1 : 0;
            // As many digits as p − y needs.
            const [p] = printEquation(g, [g + y], ([of]) => of - y).inputs;
            return (
              <tr key={say.classes[k]} className={y ? 'true' : undefined}>
                <th scope="row">{say.classes[k]}</th>
                <td className="gradient-given">
                  <Printed number={p} />
                </td>
                <td className="gradient-given">{y}</td>
                <td>
                  <Printed number={printNumber(g, DIGITS)} />
                </td>
                <td className="gradient-bar">
                  <Bar from={0.5} to={0.5 + g / 2} />
                </td>
                <td>
                  <Printed number={printNumber(differences[k], DIGITS)} />
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
      <p className="loss-remark">
        {say.check.before}
        <Printed number={printNumber(apart, ERROR_DIGITS)} />
        {say.check.after}
      </p>
      <p className="loss-remark">{say.pull(name)}</p>
      <Credit cite={LOSSES['softmax-cross-entropy'].cite} />
    </section>
  );
}
