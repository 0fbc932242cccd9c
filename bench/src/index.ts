export { benchDrivers, type DriversBench, type DriversResult } from './drivers/bench.ts';
export { type Home, onPostgres, onRedis } from './drivers/homes.ts';
export { renderDrivers } from './drivers/report.ts';
export { benchOrders, type OrdersBench, type OrdersResult } from './orders/bench.ts';
export { renderChart } from './orders/chart.ts';
export { renderReport } from './orders/report.ts';
export { benchTrust, type TrustBench, type TrustResult } from './trust/bench.ts';
export { renderTrust } from './trust/report.ts';
