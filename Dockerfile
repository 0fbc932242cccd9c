# One image for every part of Moa; SUBGRAPHS and ROUTER say which part a container is. npm run image:check tries these lines
# without Docker.
FROM node:24-bookworm-slim AS manifests
ENV NODE_ENV=production APOLLO_TELEMETRY_DISABLED=1 HOST=0.0.0.0 LOG_LEVEL=info
WORKDIR /moa
COPY package.json package-lock.json .npmrc ./
COPY db/package.json db/
COPY moa/package.json moa/
COPY router/package.json router/
COPY e2e/package.json e2e/
COPY city/package.json city/
COPY bench/package.json bench/
COPY deploy/package.json deploy/
COPY web/package.json web/
COPY shared/contracts/package.json shared/contracts/
COPY shared/config/package.json shared/config/
COPY shared/database/package.json shared/database/
COPY shared/identity/package.json shared/identity/
COPY shared/jobs/package.json shared/jobs/
COPY shared/live/package.json shared/live/
COPY shared/money/package.json shared/money/
COPY shared/outbox/package.json shared/outbox/
COPY shared/peer/package.json shared/peer/
COPY shared/saga/package.json shared/saga/
COPY shared/subgraph/package.json shared/subgraph/
COPY shared/telemetry/package.json shared/telemetry/
COPY shared/testing/package.json shared/testing/
COPY subgraphs/account/package.json subgraphs/account/
COPY subgraphs/order/package.json subgraphs/order/
COPY subgraphs/delivery/package.json subgraphs/delivery/
COPY subgraphs/pay/package.json subgraphs/pay/
COPY subgraphs/taxi/package.json subgraphs/taxi/
COPY subgraphs/notification/package.json subgraphs/notification/
COPY subgraphs/plan/package.json subgraphs/plan/
COPY subgraphs/follow/package.json subgraphs/follow/
COPY subgraphs/subway/package.json subgraphs/subway/

# GraphiQL's page and our own are put together here, from packages that the image itself does without.
FROM manifests AS explorer
RUN --mount=type=cache,target=/root/.npm npm ci --include=dev --include=optional --ignore-scripts
COPY router/explorer router/explorer
RUN npm run explorer
COPY web web
RUN npm run web:build

FROM manifests
# What Moa itself stands on. Neither tools, which npm would bring for the packages of the repository although it is told not to,
# nor the embedded PostgreSQL and Node: containers are given a database and have a Node. Nor what only people and compilers read.
RUN --mount=type=cache,target=/root/.npm \
    npm pkg delete devDependencies --workspaces --include-workspace-root \
    && npm ci --omit=dev --omit=optional --workspace moa \
    && find node_modules -type f -regex '.*\.\(map\|md\|d\.[cm]?ts\)' -delete
COPY --from=explorer /moa/node_modules/.cache/router-explorer node_modules/.cache/router-explorer
COPY --from=explorer /moa/node_modules/.cache/moa-web node_modules/.cache/moa-web
COPY db db
COPY moa moa
COPY router router
COPY shared shared
COPY subgraphs subgraphs
COPY web web
# All of it belongs to root.
USER node
EXPOSE 4000-4024
CMD ["node", "moa/moa.mjs"]
