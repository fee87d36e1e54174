using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using Microsoft.CodeAnalysis.Text;
using ReplayLint.Readers.CSharp;
using ReplayLint.Readers.Script;
using ValueReader = ReplayLint.Readers.CSharp.ValueReader;

namespace ReplayLint.Readers.Interop;

/// <summary>A value that code serialises into the text of a script.</summary>
internal sealed class SerializedObject
{
    private readonly IOperation _value;
    private readonly bool _isCamelCase;
    private readonly bool _isNamedOtherwise;

    private SerializedObject(IOperation value, bool isCamelCase, bool isNamedOtherwise) =>
        (_value, _isCamelCase, _isNamedOtherwise) = (value, isCamelCase, isNamedOtherwise);

    /// <summary>What the call serialises, or null for another call.</summary>
    public static SerializedObject? Find(IInvocationOperation call)
    {
        if (call is not { TargetMethod: { Name: "Serialize" or "SerializeObject", ContainingType.Name: var type }, Arguments.IsEmpty: false } || type is not ("JsonSerializer" or "JsonConvert" or "IJsonHelper"))
            return null;

        // Options may rename whatever has no name of its own.
        var hasOptions = call.Arguments.Any(static argument => argument.ArgumentKind == ArgumentKind.Explicit && argument.Parameter is { Ordinal: > 0 });
        return new SerializedObject(call.Arguments[0].Value, type == "IJsonHelper" || hasOptions, hasOptions);
    }

    /// <summary>Writes it as a script would.</summary>
    public void Write(CodeText text, ValueReader values)
    {
        var tree = _value.Syntax.SyntaxTree;
        var arguments = new ArgumentValues(tree, values, _isCamelCase);
        Write(arguments.Read(_value), _value.Syntax);

        void Write(ScriptValue value, SyntaxNode syntax)
        {
            switch (value.Kind)
            {
                case ScriptValueKind.Object:
                    var creation = arguments.OperationOf(value)?.Syntax ?? syntax;
                    text.Append("{", creation);
                    foreach (var property in value.Properties)
                    {
                        var member = MemberAt(property.Span, creation);
                        text.Append(Quote(property.Key) + ":", member);
                        Write(property.Value, member);
                        text.Append(",", member);
                    }

                    if (value.IsOpen || _isNamedOtherwise)
                    {
                        text.Append("...", creation);
                        text.AppendUnknown(_value);
                    }

                    text.Append("}", creation);
                    break;

                case ScriptValueKind.Array:
                    text.Append("[", syntax);
                    foreach (var item in value.Items)
                    {
                        Write(item, syntax);
                        text.Append(",", syntax);
                    }

                    text.Append("]", syntax);
                    break;

                case ScriptValueKind.Text:
                    text.Append(Quote(value.Text!), syntax);
                    break;

                case ScriptValueKind.Number or ScriptValueKind.Boolean or ScriptValueKind.Null when value.Text is { } constant:
                    text.Append(constant, syntax);
                    break;

                default:
                    text.AppendUnknown(arguments.OperationOf(value) ?? _value);
                    break;
            }
        }

        SyntaxNode MemberAt(TextSpan span, SyntaxNode otherwise)
        {
            var root = tree.GetRoot();
            return root.FullSpan.Contains(span) ? root.FindNode(span) : otherwise;
        }
    }

    private static string Quote(string text) => "\"" + text.Replace("\\", "\\\\").Replace("\"", "\\\"").Replace("\r", "\\r").Replace("\n", "\\n").Replace("<", "\\u003C") + "\"";
}
