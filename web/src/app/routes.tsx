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
  {
    path: 'taxi',
    lazy: () => import('../pages/taxi/taxi.tsx'),
    children: [
      { index: true, lazy: () => import('../pages/taxi/call.tsx') },
      { path: 'rides', lazy: () => import('../pages/taxi/rides.tsx') },
      { path: 'rides/:bookingId', lazy: () => import('../pages/taxi/ride.tsx') },
      { path: 'drive', lazy: () => import('../pages/taxi/drive.tsx') },
    ],
  },
  { path: 'subway', lazy: () => import('../pages/subway/subway.tsx') },
  {
    path: 'plans',
    lazy: () => import('../pages/plans/plans.tsx'),
    children: [
      { index: true, lazy: () => import('../pages/plans/board.tsx') },
      { path: 'mine', lazy: () => import('../pages/plans/mine.tsx') },
      { path: 'hearted', lazy: () => import('../pages/plans/hearted.tsx') },
      { path: 'new', lazy: () => import('../pages/plans/new-plan.tsx') },
      { path: 'recommend', lazy: () => import('../pages/plans/recommend.tsx') },
      { path: 'recommendations/:recommendationId', lazy: () => import('../pages/plans/recommendation.tsx') },
      { path: 'tokens', lazy: () => import('../pages/plans/tokens.tsx') },
      { path: ':planId', lazy: () => import('../pages/plans/plan.tsx') },
      { path: ':planId/edit', lazy: () => import('../pages/plans/edit-plan.tsx') },
    ],
  },
  {
    path: 'people',
    lazy: () => import('../pages/people/people.tsx'),
    children: [
      { index: true, lazy: () => import('../pages/people/dashboard.tsx') },
      { path: 'discover', lazy: () => import('../pages/people/discover.tsx') },
      {
        path: ':memberId',
        lazy: () => import('../pages/people/profile.tsx'),
        children: [
          { index: true, lazy: () => import('../pages/people/profile-plans.tsx') },
          { path: 'followers', lazy: () => import('../pages/people/followers.tsx') },
          { path: 'following', lazy: () => import('../pages/people/following.tsx') },
        ],
      },
    ],
  },
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
