import edge from 'edge.js'

edge.global('shell', { title: 'Shell of the shop', links: {} })
edge.global('urlTo', () => '/of the shop')
edge.global('can', { view: false, add: false })
edge.global('title', 'Title of the shop')
edge.global('special', 'Cheese of the shop')
