export { type Database, migrate, openDatabase } from './database.ts';
