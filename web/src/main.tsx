import './app/tokens.css';
import './app/base.css';
import { ApolloProvider } from '@apollo/client/react';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { RouterProvider } from 'react-router/dom';
import { router } from './app/routes.tsx';
import { rememberedTheme, wear } from './app/theme.ts';
import { client } from './graphql/client.ts';
import { currentLanguage } from './i18n/language.ts';

document.documentElement.lang = currentLanguage();
wear(rememberedTheme());
const root = document.getElementById('root');
if (root)
  createRoot(root).render(
    <StrictMode>
      <ApolloProvider client={client}>
        <RouterProvider router={router} />
      </ApolloProvider>
    </StrictMode>,
  );
