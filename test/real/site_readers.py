"""What two published clients make of a site: the registry by mcp-registry-cli, an agent's card by the A2A SDK."""

import asyncio
import json
import sys

import httpx
from a2a.client import A2ACardResolver
from google.protobuf.json_format import MessageToDict
from mcp_registry_cli.api import MCPRegistryAPI


def servers(client: MCPRegistryAPI, limit: int) -> list:
    """Every server, page by page."""
    read, cursor = [], None
    while True:
        page = client.list_servers(cursor=cursor, limit=limit)
        read += [vars(server) for server in page["servers"]]
        cursor = page["next_cursor"]
        if cursor is None:
            return read


async def card(base: str, path: str) -> dict:
    """The card, as the SDK's own message holds it: what it doesn't know of would be gone."""
    async with httpx.AsyncClient() as http:
        return MessageToDict(await A2ACardResolver(http, base, path).get_agent_card())


base, name, path = sys.argv[1:]
client = MCPRegistryAPI()
client.BASE_URL = base
json.dump(
    {
        "servers": servers(client, 2),
        "found": [server.name for server in client.search_servers("stock")["servers"]],
        "versions": [vars(server) for server in client.get_server_versions(name)],
        "card": asyncio.run(card(base, path)),
    },
    sys.stdout,
)
