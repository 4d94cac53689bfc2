/** An invented sanctions action, as the form sends it. */
export const anAction = (more: object = {}) => ({
  sources: [{ key: 's1', title: 'An invented report' }],
  authority: 'EU',
  action: 'general_licence_issued',
  commodity: 'potash',
  instrument: 'Invented order 7',
  announced: '1 March 2024',
  issued: '3 March 2024',
  effective: '4 March 2024',
  expires: '4 September 2024',
  conditions: 'As long as nobody is arrested.',
  evidence: Object.fromEntries(
    ['authority', 'action', 'agency', 'target', 'commodity', 'instrument', 'announced', 'issued', 'effective', 'expires', 'conditions', 'status', 'refersTo'].map(
      (field) => [field, field === 'expires' ? [{ source: 's1', quote: 'until 4 September', asserts: '2024-09-04' }] : []],
    ),
  ),
  ...more,
})
