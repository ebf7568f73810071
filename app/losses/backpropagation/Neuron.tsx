import type { KeyboardEvent } from 'react';
import { idOf } from '../../../src/losses/network/entries.ts';
import { backpropagationMessages as say } from '../../../src/messages/backpropagation.ts';
import { formatMeasure, formatSetting } from '../../ui/formatNumber.ts';
import type { GraphLayout, Place } from './graphLayout.ts';
import type { NetworkPart } from './networkOf.ts';

interface NeuronProps {
  readonly part: NetworkPart;
  readonly layer: 2 | 3;
  readonly at: number;
  readonly place: Place;
  readonly layout: GraphLayout;
}

/** A neuron: its activation, its error below it, and at an output the target. A button that reads its error. */
export function Neuron({ part, layer, at, place, layout }: NeuronProps) {
  const { radius, line, aside } = layout;
  const { page, network, flowed, back, read } = part;
  const a = formatMeasure((layer === 2 ? flowed.a2 : flowed.a3)[at]);
  const delta = formatMeasure((layer === 2 ? back.delta2 : back.delta3)[at]);
  const id = idOf({ kind: 'delta', layer, at });
  const number = String(at + 1);
  const isBackward = page.values.pass === 'backward';
  const choose = () => page.set('read', id);
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' && event.key !== ' ') return;
    event.preventDefault();
    event.stopPropagation();
    choose();
  };
  const name = layer === 2 ? say.hidden(number, a, delta) : say.output(number, a, delta);
  return (
    <g
      className={id === idOf(read) ? 'network-neuron read' : 'network-neuron'}
      transform={`translate(${place.x} ${place.y})`}
      role="button"
      tabIndex={0}
      aria-pressed={id === idOf(read)}
      aria-label={name}
      onClick={choose}
      onKeyDown={onKeyDown}
    >
      <circle r={radius} />
      <text className="network-value" dy="0.35em">
        {a}
      </text>
      {layer === 3 && (
        <text className="network-target" x={radius + 8} y={isBackward ? -0.1 * line : 0.25 * line}>
          {say.target(formatSetting(network.target[at]))}
        </text>
      )}
      {isBackward && layer === 3 && (
        <text className="network-delta beside" x={radius + 8} y={0.8 * line}>
          {`δ ${delta}`}
        </text>
      )}
      {isBackward && layer === 2 && (
        <text className="network-delta" x={-aside} y={radius + 0.95 * line}>
          {`δ ${delta}`}
        </text>
      )}
    </g>
  );
}
