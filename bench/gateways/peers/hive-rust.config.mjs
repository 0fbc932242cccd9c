import { unifiedGraphHandler } from '@graphql-hive/router-runtime';
import { gatewayConfig as config } from './hive.config.mjs';

/** Plans with the query planner of Hive Router, which is written in Rust. */
export const gatewayConfig = { ...config, unifiedGraphHandler };
