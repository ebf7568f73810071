import type { ChartView } from '../../src/scene/scene.ts';

/** The id of the panel that the chart’s tabs control. */
export const CHART_VIEW = 'chart-view';

export const chartTabId = (quantity: ChartView['quantity']) => `chart-tab-${quantity}`;
