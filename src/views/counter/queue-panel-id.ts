/** Root of the queue's panel: every act on a slip answers with it. */
export const queuePanelId = 'queue-panel'
