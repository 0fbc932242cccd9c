import { demoMembers, demoPassword } from '@moa/db/demo';
import type { Exploration } from '@moa/router';
import type { Environment } from './config.ts';

/** What Apollo Sandbox opens with: one order from sign-in to the table, and the demo members to be where there are some. */
export const explorationFor = ({ DEMO }: Pick<Environment, 'DEMO'>): Exploration => ({
  title: 'Moa · 모아',
  document: firstOrder,
  signIns: DEMO ? demoMembers.map(signInOf) : [],
});

export const signInDocument = `mutation SignIn($input: SignInInput!) {
  signIn(input: $input) { session { accessToken } userErrors { message } }
}`;

const signInOf = ({ name, email, roles }: (typeof demoMembers)[number]) => ({
  label: [name, ...roles.filter((role) => role !== 'MEMBER').map((role) => role.toLowerCase())].join(' '),
  document: signInDocument,
  variables: { input: { email, password: demoPassword } },
  tokenPath: ['signIn', 'session', 'accessToken'],
});

const firstOrder = `# 1. Be a customer: the buttons above sign you in. By hand it goes like this, and the accessToken
#    goes into the Headers tab: Authorization: Bearer <accessToken>
mutation SignIn {
  signIn(input: { email: "jimin@demo.moa", password: "moa-demo-1234" }) {
    session { accessToken expiresAt member { id name } }
    userErrors { message code }
  }
}

# 2. See what there is to eat, and how you pay
query Menu {
  menuItems(search: "비빔", first: 5) { nodes { id name restaurant price } }
  me { paymentMethods { id label } }
}

# 3. Order it
mutation Order($dish: ID!, $paymentMethod: ID!, $key: String!) {
  placeOrder(input: {
    lines: [{ menuItemId: $dish, quantity: 2 }]
    deliveryAddress: "서울 중구 세종대로 110"
    paymentMethodId: $paymentMethod
    idempotencyKey: $key
  }) {
    order { id status total }
    userErrors { field message code }
  }
}

# 4. Watch it being paid and delivered, live
subscription Watch($order: ID!) {
  orderChanged(orderId: $order) {
    status
    delivery { status courier { name } }
    payment { status }
  }
}

# 5. In another window, as the courier (하늘, haneul@demo.moa): take it, and bring it
query Open { openDeliveries { nodes { id address } } }
mutation Accept($delivery: ID!) { acceptDelivery(input: { deliveryId: $delivery }) { delivery { status } userErrors { message } } }
mutation Complete($delivery: ID!) { completeDelivery(input: { deliveryId: $delivery }) { delivery { status } userErrors { message } } }
`;
