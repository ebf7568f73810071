import type { PrintedForm } from './printedForm.ts';

/** One form of a loss, exactly as a lecture prints it; no run follows it. */
export type LossForm = Omit<PrintedForm, 'follow'>;
