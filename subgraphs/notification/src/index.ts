export { type ChannelsConfig, type NotificationConfig, openNotification, typeDefs } from './open.ts';
export { database } from './persistence/database.ts';
