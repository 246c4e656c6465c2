import { ListLoader } from '@adonisjs/core/ace'
import DemoSeed from './demo_seed.js'
import UserCreate from './user_create.js'

const loader = new ListLoader([DemoSeed, UserCreate])

/** What Ace asks of a list of commands that adonisrc.ts names. */
export const getMetaData = loader.getMetaData.bind(loader)
export const getCommand = loader.getCommand.bind(loader)
