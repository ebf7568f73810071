import { useRef } from 'react';
import { idOf, type Entry } from '../../../src/losses/network/entries.ts';
import { HIDDEN, INPUTS } from '../../../src/losses/network/network.ts';
import { NUMBERS_OF } from '../../../src/losses/network/backward.ts';
import { backpropagationMessages as say } from '../../../src/messages/backpropagation.ts';
import { useElementSize } from '../../plane/useElementSize.ts';
import { useAppState } from '../../ui/AppContext.ts';
import { formatMeasure, formatSetting } from '../../ui/formatNumber.ts';
import type { TouchArea } from '../parts/DragHandle.tsx';
import { EdgeHandle } from './EdgeHandle.tsx';
import { graphLayout, numberPlace, type GraphLayout, type Place } from './graphLayout.ts';
import { gradient, type NetworkPart } from './networkOf.ts';
import { Neuron } from './Neuron.tsx';

/** Weights are set between these, as in the specs. */
const MOST = 100;
/** Type for a projector is so much larger. */
const PROJECTED = 1.5;

/** The network drawn, each weight, bias and input a number to be dragged, each neuron a button that reads its error. */
export function NetworkGraph(part: NetworkPart) {
  const box = useRef<HTMLDivElement>(null);
  const { width, height } = useElementSize(box);
  const isProjected = useAppState(({ theme }) => theme) === 'projector';
  const layout = graphLayout(part.network, width, height, isProjected ? PROJECTED : 1);
  return (
    <div
      ref={box}
      className="network-graph"
      data-outputs={layout.outputs.length}
      role="group"
      aria-label={say.graph}
    >
      {width > 0 && (
        <svg width={width} height={height}>
          <Edges part={part} layout={layout} />
          <Inputs part={part} layout={layout} />
          {layout.hidden.map((place, at) => (
            <Neuron key={at} part={part} layer={2} at={at} place={place} layout={layout} />
          ))}
          {layout.outputs.map((place, at) => (
            <Neuron key={at} part={part} layer={3} at={at} place={place} layout={layout} />
          ))}
          <Numbers part={part} layout={layout} />
          <text
            className="network-cost"
            x={layout.cost.x}
            y={layout.cost.y}
            dy={layout.cost.isBeside ? '0.35em' : 0}
          >
            {say.cost(formatMeasure(part.back.cost.printed))}
          </text>
        </svg>
      )}
    </div>
  );
}

interface GraphProps {
  readonly part: NetworkPart;
  readonly layout: GraphLayout;
}

interface Edge {
  readonly entry: Entry & { readonly kind: 'weight' };
  readonly from: Place;
  readonly to: Place;
}

function edgesOf({ inputs, hidden, outputs }: GraphLayout): Edge[] {
  const between = (layer: 2 | 3, before: readonly Place[], after: readonly Place[]) =>
    after.flatMap((to, at) =>
      before.map((start, from) => ({ entry: { kind: 'weight' as const, layer, at, from }, from: start, to })),
    );
  return [...between(2, inputs, hidden), ...between(3, hidden, outputs)];
}

const isSame = (a: Entry, b: Entry) => idOf(a) === idOf(b);

function Edges({ part, layout }: GraphProps) {
  const edges = edgesOf(layout);
  const sizes = edges.map(({ entry }) => Math.abs(sizeOf(part, entry)));
  const largest = Math.max(...sizes.filter(Number.isFinite), 1e-300);
  const lines = edges.map(({ entry, from, to }, i) => (
    <line
      key={idOf(entry)}
      className={isSame(entry, part.read) ? 'network-edge read' : 'network-edge'}
      style={{ strokeWidth: `${1 + 3 * Math.min(1, sizes[i] / largest)}px` }}
      x1={from.x}
      y1={from.y}
      x2={to.x}
      y2={to.y}
    />
  ));
  const { cost, outputs, radius, line } = layout;
  if (!cost.isBeside) return lines;
  return [
    ...lines,
    ...outputs.map(({ x, y }, i) => (
      <line
        key={i}
        className="network-to-cost"
        x1={x + radius + 3.8 * line}
        y1={y}
        x2={cost.x - 2.8 * line}
        y2={cost.y}
      />
    )),
  ];
}

/** What the edges are as thick as: their weights, or the gradient that flows back. */
function sizeOf(part: NetworkPart, entry: Edge['entry']): number {
  return part.page.values.pass === 'backward' ? gradient(part, entry) : weightOf(part, entry);
}

function weightOf({ network }: NetworkPart, { layer, at, from }: Edge['entry']): number {
  return network[NUMBERS_OF[layer].weight][at * HIDDEN + from];
}

function Inputs({ part, layout }: GraphProps) {
  const { values, set, begin, end } = part.page;
  const change = (i: number, to: number) =>
    set(
      'inputs',
      values.inputs.map((old, k) => (k === i ? to : old)),
    );
  return layout.inputs.slice(0, INPUTS).map((place, i) => (
    <EdgeHandle
      key={i}
      label={say.input(String(i + 1))}
      valueText={formatSetting(values.inputs[i])}
      value={values.inputs[i]}
      min={-MOST}
      max={MOST}
      x={place.x}
      y={place.y}
      onChange={(to) => change(i, to)}
      onBegin={begin}
      onEnd={end}
    >
      <rect
        className="network-input"
        x={-layout.radius}
        y={-layout.line}
        width={2 * layout.radius}
        height={2 * layout.line}
        rx={3}
      />
      <text className="network-value" dy="0.35em">
        {formatSetting(values.inputs[i])}
      </text>
      <text className="network-name" y={-layout.line - 6}>
        x
        <tspan className="network-below" dy="3">
          {i + 1}
        </tspan>
      </text>
    </EdgeHandle>
  ));
}

/** The numbers on the edges and above the neurons: weights and biases, and below them their gradients. */
function Numbers({ part, layout }: GraphProps) {
  const { hidden, outputs, radius, line, aside } = layout;
  const biases = ([2, 3] as const).flatMap((layer) =>
    (layer === 2 ? hidden : outputs).map((place, at) => ({
      entry: { kind: 'bias' as const, layer, at },
      place: { x: place.x - (layer === 2 ? aside : 0), y: place.y - radius - 0.85 * line },
      value: part.network[NUMBERS_OF[layer].bias][at],
    })),
  );
  const weights = edgesOf(layout).map(({ entry, from, to }) => ({
    entry,
    place: numberPlace(from, to, layout),
    value: weightOf(part, entry),
  }));
  return [...weights, ...biases].map((number) => (
    <EntryNumber key={idOf(number.entry)} part={part} {...number} />
  ));
}

/** Where a bias is taken hold of: above its neuron, which is a button. */
const ABOVE: TouchArea = { x: -24, y: -32, width: 48, height: 44 };

interface EntryNumberProps {
  readonly part: NetworkPart;
  readonly entry: Entry & { readonly kind: 'weight' | 'bias' };
  readonly place: Place;
  readonly value: number;
}

function EntryNumber({ part, entry, place, value }: EntryNumberProps) {
  const { values, set, begin, end } = part.page;
  const { kind, layer, at } = entry;
  const key = NUMBERS_OF[layer][kind];
  const row = kind === 'weight' ? at * HIDDEN + entry.from : at;
  const slope = formatMeasure(gradient(part, entry));
  const label =
    kind === 'weight'
      ? say.weight(String(layer), String(at + 1), String(entry.from + 1))
      : say.bias(String(layer), String(at + 1));
  const isBackward = values.pass === 'backward';
  return (
    <EdgeHandle
      label={label}
      valueText={say.valueAndGradient(formatSetting(value), slope)}
      value={value}
      min={-MOST}
      max={MOST}
      x={place.x}
      y={place.y}
      onChange={(to) =>
        set(
          key,
          values[key].map((old, i) => (i === row ? to : old)),
        )
      }
      onBegin={begin}
      onEnd={end}
      onSelect={() => set('read', idOf(entry))}
      {...(kind === 'bias' && { touch: ABOVE })}
    >
      <g className={isSame(entry, part.read) ? 'network-number read' : 'network-number'}>
        <text className="network-weight" dy={isBackward && kind === 'weight' ? '-0.15em' : '0.35em'}>
          {kind === 'bias' && <tspan className="network-letter">b </tspan>}
          {formatSetting(value)}
        </text>
        {isBackward && kind === 'weight' && (
          <text className="network-gradient" dy="0.95em">
            {slope}
          </text>
        )}
      </g>
    </EdgeHandle>
  );
}
