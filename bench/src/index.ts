export { benchOrders, type OrdersBench, type OrdersResult } from './orders/bench.ts';
export { renderChart } from './orders/chart.ts';
export { renderReport } from './orders/report.ts';
