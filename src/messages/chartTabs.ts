/** The words of the chart’s tabs, which are there before the chart. */
export const chartTabMessages = {
  tabs: 'What the chart shows',
  tab: { loss: 'Loss', distance: 'Distance', gradient: 'Gradient norm', step: 'Step size' },
} as const;
