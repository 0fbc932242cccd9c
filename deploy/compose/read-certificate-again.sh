#!/bin/sh
# nginx reads a certificate when it is told to. Certbot, in a container of its own, can't tell it.
(while sleep 6h; do nginx -p /run/nginx/ -c nginx.conf -s reload; done) &
