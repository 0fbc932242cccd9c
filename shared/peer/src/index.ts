export { createPeer, type Peer, type PeerOptions, PeerUnavailable } from './peer.ts';
