export const dispatchPanelId = 'dispatch-panel'
