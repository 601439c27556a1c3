using System.Text.Json.Nodes;

namespace LstmCourse.Notebooks.Documents.Syntax;

/// <summary>Turns syntax into the JSON nodes that the rest of the program works with.</summary>
internal static class JsonSyntaxConversion
{
    public static JsonNode? ToNode(this JsonSyntax syntax) => syntax switch
    {
        JsonObjectSyntax node => node.ToObject(),
        JsonArraySyntax node => new JsonArray([.. node.Elements.Select(ToNode)]),
        JsonStringSyntax node => JsonValue.Create(node.Value),
        JsonNumberSyntax node => JsonNode.Parse(node.Spelling),
        JsonLiteralSyntax { Value: { } truth } => JsonValue.Create(truth),
        _ => null,
    };

    public static JsonObject ToObject(this JsonObjectSyntax syntax)
    {
        var node = new JsonObject();
        foreach (var member in syntax.Members) node[member.Name] = member.Value.ToNode();
        return node;
    }
}
