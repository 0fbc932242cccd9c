import { createBrowserRouter, type RouteObject } from 'react-router';
import { PageError } from '../errors/page-error.tsx';
import { Shell } from './shell.tsx';
import { Starting } from './starting.tsx';

/** Each page is a file of its own, loaded when it is first gone to. A folder of pages has its routes in `routes.ts`. */
const pages: RouteObject[] = [
  { index: true, lazy: () => import('../pages/home/home.tsx') },
  { path: 'sign-in', lazy: () => import('../pages/sign-in/sign-in.tsx') },
  { path: 'sign-in/finished', lazy: () => import('../pages/sign-in/finish-provider-sign-in.tsx') },
  {
    path: 'food',
    lazy: () => import('../pages/food/food.tsx'),
    children: [
      { index: true, lazy: () => import('../pages/food/menu.tsx') },
      { path: 'orders', lazy: () => import('../pages/food/orders.tsx') },
      { path: 'orders/:orderId', lazy: () => import('../pages/food/order.tsx') },
      { path: 'deliveries', lazy: () => import('../pages/food/deliveries.tsx') },
      { path: 'kitchen', lazy: () => import('../pages/food/kitchen.tsx') },
    ],
  },
  { path: 'taxi', lazy: () => import('../pages/taxi/taxi.tsx') },
  { path: 'subway', lazy: () => import('../pages/subway/subway.tsx') },
  { path: 'plans', lazy: () => import('../pages/plans/plans.tsx') },
  { path: 'people', lazy: () => import('../pages/people/people.tsx') },
  { path: 'city', lazy: () => import('../pages/city/city.tsx') },
  { path: '*', lazy: () => import('../pages/not-found.tsx') },
];

export const router = createBrowserRouter(
  [
    {
      Component: Shell,
      HydrateFallback: Starting,
      children: [{ ErrorBoundary: PageError, children: pages }],
    },
  ],
  { basename: '/app' },
);
