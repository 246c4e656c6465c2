/*
|--------------------------------------------------------------------------
| JavaScript entrypoint for running ace commands
|--------------------------------------------------------------------------
|
| The Node version is checked before anything else is imported, because an
| older Node fails on the imports themselves, with an error that says nothing.
|
*/

const MINIMUM_NODE = 24

if (Number(process.versions.node.split('.')[0]) < MINIMUM_NODE) {
  console.error(
    `This app needs Node.js ${MINIMUM_NODE} or newer and this is ${process.version}: run "npx node ace ..." here, which uses the Node that npm installed with the project.`
  )
  process.exit(1)
}

await import('@poppinss/ts-exec')
await import('./bin/console.js')
