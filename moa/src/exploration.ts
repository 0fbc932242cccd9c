/** What Apollo Sandbox opens with: one order from sign-in to the table. */
export const exploration = {
  title: 'Moa · 모아',
  document: `# 1. Sign in as a demo customer, and copy the accessToken into the Headers tab: Authorization: Bearer <accessToken>
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

# 5. In another tab, as the courier (haneul@demo.moa): take it, and bring it
query Open { openDeliveries { nodes { id address } } }
mutation Accept($delivery: ID!) { acceptDelivery(input: { deliveryId: $delivery }) { delivery { status } userErrors { message } } }
mutation Complete($delivery: ID!) { completeDelivery(input: { deliveryId: $delivery }) { delivery { status } userErrors { message } } }
`,
} as const;
