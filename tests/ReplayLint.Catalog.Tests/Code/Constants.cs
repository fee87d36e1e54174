using Acornima.Ast;

namespace ReplayLint.Catalog.Tests.Code;

/// <summary>Names that stand for one value wherever they are defined: <c>MASK_USER_INPUT: "mask-user-input"</c>.</summary>
internal sealed class Constants
{
    private static readonly Constants None = new();

    private readonly Dictionary<string, string?> _values = new(StringComparer.Ordinal);

    /// <summary>Takes down what a node defines. A name that is given several values stands for none.</summary>
    public void Add(Node node)
    {
        switch (node)
        {
            case VariableDeclarator { Id: Identifier list, Init: ObjectExpression values }:
                foreach (var property in values.Properties.OfType<ObjectProperty>())
                {
                    if (NodeText.KeyName(property.Key) is { } key && property.Value is Literal)
                        Add($"{list.Name}.{key}", property.Value);
                }

                break;
            case VariableDeclarator { Id: Identifier name, Init: { } value } when IsConstant(name.Name):
                Add(name.Name, value);
                break;
            case ObjectProperty { Computed: false } property when NodeText.KeyName(property.Key) is { } name && IsConstant(name):
                Add(name, property.Value);
                break;
            case AssignmentExpression { Left: MemberExpression member } assignment when NodeText.ReadName(member) is { } name && IsConstant(name):
                Add(name, assignment.Right);
                break;
        }
    }

    /// <summary>The value of <c>NAME</c> or of <c>List.name</c>, or null.</summary>
    public string? Find(string name) => _values.GetValueOrDefault(name);

    /// <summary>A name in capitals is a constant; other names may be anything.</summary>
    private static bool IsConstant(string name) => name.Length > 2 && !name.Any(char.IsLower);

    private void Add(string name, Node value)
    {
        // One constant may be given the value of another by the same name.
        if (NodeText.ReadName(value) is { } other && (name == other || name.EndsWith("." + other, StringComparison.Ordinal)))
            return;

        var text = NodeText.Value(value, None);
        if (!_values.TryAdd(name, text) && _values[name] != text)
            _values[name] = null;
    }
}
