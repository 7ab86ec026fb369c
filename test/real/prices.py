"""A server of the SDK for Python, on a free port of 127.0.0.1. The log of its HTTP server tells which."""

from mcp.server import MCPServer

server = MCPServer("prices", instructions="Ask for a price first.")


@server.tool()
def price(article: str, currency: str = "EUR") -> str:
    """Finds a price."""
    return f"{article} {currency}"


@server.prompt()
def greet(name: str) -> str:
    """Greets a customer."""
    return f"Hello {name}"


@server.resource("stock://{article}")
def stock(article: str) -> str:
    """Stock of an article."""
    return article


server.run(transport="streamable-http", host="127.0.0.1", port=0)
