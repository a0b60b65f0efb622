# The image of whomet: the binary with its web pages, and the language model.
#   docker build -t whomet .
#   docker run --rm -p 127.0.0.1:8080:8080 -v whomet-data:/data whomet

FROM node:24-slim AS web
WORKDIR /src/explorer
COPY explorer/package.json explorer/package-lock.json ./
RUN npm ci --no-fund --no-audit
COPY schema/examples /src/schema/examples
COPY explorer ./
RUN npm run build

FROM golang:1.26 AS build
WORKDIR /src
COPY go.mod go.sum ./
RUN go mod download
COPY . .
COPY --from=web /src/explorer/dist explorer/dist
ARG VERSION=docker
RUN CGO_ENABLED=0 go build -trimpath -ldflags "-s -w -X main.version=$VERSION" -o /whomet ./cmd/whomet

FROM python:3.13-slim AS model
COPY --from=build /whomet /usr/local/bin/whomet
RUN whomet model install --dir /model

FROM alpine:3.22
RUN adduser -D -H -u 10001 whomet && mkdir /data && chown whomet /data
COPY --from=build /whomet /usr/local/bin/whomet
COPY --from=model /model /usr/share/whomet/model
# An embedded store (sqlite:FILE), and a cache for whatever model is installed
# beside the one in the image, are kept in /data.
ENV WHOMET_MODEL=/usr/share/whomet/model XDG_CACHE_HOME=/data/cache
WORKDIR /data
VOLUME /data
USER 10001
EXPOSE 8080
HEALTHCHECK --interval=10s --timeout=3s --start-period=10s CMD wget -q -O /dev/null http://127.0.0.1:8080/healthz
ENTRYPOINT ["whomet"]
CMD ["serve", "--listen", "0.0.0.0:8080"]
