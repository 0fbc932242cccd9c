/** Where the navigation leads, in its order. The name is the address, the icon and the word. */
export const destinations = ['food', 'taxi', 'subway', 'plans', 'people', 'city'] as const;
