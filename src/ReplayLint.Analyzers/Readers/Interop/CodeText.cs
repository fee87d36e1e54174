using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;
using Microsoft.CodeAnalysis.Text;
using ReplayLint.Readers.CSharp;

namespace ReplayLint.Readers.Interop;

/// <summary>A text that C# code puts together: what is known of it, a name in place of each part that is not, and where each part is written.</summary>
/// <param name="values">Reads what code fixes.</param>
/// <param name="leavesOut">Which of the choices within the text are not read.</param>
internal sealed class CodeText(ValueReader values, Func<IOperation, bool> leavesOut)
{
    private const string Placeholder = "_____";
    private const int MaximumDepth = 200;
    private const int MaximumLength = 1_000_000;

    private readonly StringBuilder _text = new();
    private readonly List<(TextSpan Span, SyntaxNode Syntax)> _parts = [];
    private readonly List<(TextSpan Span, string Code)> _holes = [];
    private readonly List<IOperation> _choices = [];
    private int _depth;

    public string Text => _text.ToString();

    /// <summary>The parts of which one or another is written; what is known of them all is in the text.</summary>
    public IReadOnlyList<IOperation> Choices => _choices;

    /// <summary>Whether the value is a text that is written in code, at least in part.</summary>
    public static bool IsText(IOperation value) => value switch
    {
        { Type.SpecialType: SpecialType.System_String, ConstantValue: { HasValue: true, Value: string } } => value is ILiteralOperation or IBinaryOperation or IInterpolatedStringOperation,
        IInterpolatedStringOperation => true,
        IBinaryOperation { OperatorKind: BinaryOperatorKind.Add, Type.SpecialType: SpecialType.System_String } => true,
        IInvocationOperation { TargetMethod: { ContainingType.SpecialType: SpecialType.System_String, Name: "Format" or "Concat" or "Join" } } => true,
        _ => false,
    };

    public void Append(IOperation value)
    {
        value = value.Unwrap();
        if (++_depth > MaximumDepth || _text.Length > MaximumLength)
        {
            AppendHole(value);
        }
        else
        {
            switch (value)
            {
                case IInterpolatedStringOperation interpolated:
                    foreach (var part in interpolated.Parts)
                        AppendPart(part);

                    break;

                case IInterpolatedStringHandlerCreationOperation handler:
                    Append(handler.Content);
                    break;

                case IInterpolatedStringAdditionOperation addition:
                    Append(addition.Left);
                    Append(addition.Right);
                    break;

                case IBinaryOperation { OperatorKind: BinaryOperatorKind.Add } sum:
                    Append(sum.LeftOperand);
                    Append(sum.RightOperand);
                    break;

                case { ConstantValue: { HasValue: true, Value: string text } }:
                    AppendText(text, DeclarationOf(value) ?? value.Syntax);
                    break;

                case IInvocationOperation { TargetMethod.Name: "Format" } format:
                    AppendFormat(format);
                    break;

                case IInvocationOperation { TargetMethod: { ContainingType.SpecialType: SpecialType.System_String, Name: "Concat" or "Join" } } concat:
                    foreach (var argument in concat.Arguments)
                    {
                        if (argument.Value.Unwrap() is IArrayCreationOperation { Initializer: { } items })
                        {
                            foreach (var item in items.ElementValues)
                                Append(item);
                        }
                        else
                        {
                            Append(argument.Value);
                        }
                    }

                    break;

                case IInvocationOperation { Instance: { } instance, TargetMethod: { ContainingType.SpecialType: SpecialType.System_String, Name: "Replace" or "Trim" or "ToString" } }:
                    Append(instance);
                    break;

                case IInvocationOperation call when SerializedObject.Find(call) is { } serialized:
                    serialized.Write(this, values);
                    break;

                case ILocalReferenceOperation local when value.Root().OnlyValueOf(local.Local) is { } known && known != value:
                    Append(known);
                    break;

                case IFieldReferenceOperation { Type.SpecialType: SpecialType.System_String } field when values.Source.ValueOf(field.Field) is { } kept:
                    AppendKept(kept, field);
                    break;

                case IConditionalOperation { WhenFalse: { } whenFalse } conditional when MayBeText(conditional.WhenTrue) || MayBeText(whenFalse):
                    AppendChoice(conditional.WhenTrue);
                    AppendChoice(whenFalse);
                    break;

                case ICoalesceOperation coalesce when MayBeText(coalesce.WhenNull):
                    Append(coalesce.WhenNull);
                    break;

                default:
                    AppendHole(value);
                    break;
            }
        }

        _depth--;
    }

    /// <summary>Adds a text that is no part of the code, but follows from it.</summary>
    public void Append(string text, SyntaxNode syntax) => AppendText(text, syntax);

    /// <summary>Adds a name in place of what is not known.</summary>
    public void AppendUnknown(IOperation value) => AppendHole(value);

    public void AppendLine() => _text.Append('\n');

    /// <summary>The code that writes a place of the text, or most of it.</summary>
    public Location Locate(TextSpan span)
    {
        var best = _parts.Count > 0 ? _parts[0].Syntax : null;
        var most = 0;
        SyntaxNode? first = null, last = null;
        foreach (var (part, syntax) in _parts)
        {
            if (part.Overlap(span) is not { Length: > 0 } overlap)
                continue;

            (first, last) = (first ?? syntax, syntax);
            if (overlap.Length > most)
                (best, most) = (syntax, overlap.Length);
        }

        // What begins and ends in the same piece of code is all of it.
        return (first == last ? first ?? best : best)?.GetLocation() ?? Location.None;
    }

    /// <summary>The code of what is not known in a place of the text, or null when all of it is.</summary>
    public string? CodeAt(TextSpan span)
    {
        foreach (var (hole, code) in _holes)
        {
            if (span.Contains(hole))
                return code;
        }

        return null;
    }

    /// <summary>The text of a constant that is declared in the same file.</summary>
    private static SyntaxNode? DeclarationOf(IOperation value) =>
        value is IFieldReferenceOperation { Field.DeclaringSyntaxReferences: { IsEmpty: false } declarations }
            && declarations[0].SyntaxTree == value.Syntax.SyntaxTree
            ? (declarations[0].GetSyntax() as VariableDeclaratorSyntax)?.Initializer?.Value
            : null;

    private void AppendPart(IInterpolatedStringContentOperation part)
    {
        switch (part)
        {
            case IInterpolatedStringTextOperation { Text.ConstantValue: { HasValue: true, Value: string text } }:
                AppendText(text, part.Syntax.Parent ?? part.Syntax);
                break;

            case IInterpolationOperation hole:
                Append(hole.Expression);
                break;

            case IInterpolatedStringAppendOperation { Kind: OperationKind.InterpolatedStringAppendLiteral, AppendCall: IInvocationOperation { Arguments: { IsEmpty: false } literal } }
                when literal[0].Value.ConstantValue is { HasValue: true, Value: string text }:
                AppendText(text, part.Syntax.Parent ?? part.Syntax);
                break;

            case IInterpolatedStringAppendOperation { AppendCall: IInvocationOperation { Arguments: { IsEmpty: false } arguments } }:
                Append(arguments[0].Value);
                break;
        }
    }

    private static bool MayBeText(IOperation value) => IsText(value.Unwrap());

    private void AppendChoice(IOperation choice)
    {
        _choices.Add(choice);
        if (!leavesOut(choice))
            Append(choice);
    }

    /// <summary>What a field keeps is shown where it is written in the same file, and where it is used otherwise.</summary>
    private void AppendKept(IOperation kept, IFieldReferenceOperation field)
    {
        if (kept.Syntax.SyntaxTree == field.Syntax.SyntaxTree)
            Append(kept);
        else if (kept.Unwrap().ConstantValue is { HasValue: true, Value: string text })
            AppendText(text, field.Syntax);
        else
            AppendHole(field);
    }

    /// <summary>Adds the text that a call makes of a pattern, with a name in each of its gaps.</summary>
    public void AppendFormat(IInvocationOperation format)
    {
        var pattern = format.Arguments.FirstOrDefault(static argument => argument.Parameter?.Name == "format");
        if (pattern?.Value.Unwrap() is not { ConstantValue: { HasValue: true, Value: string text } } value)
        {
            AppendHole(format);
            return;
        }

        var start = 0;
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] is not ('{' or '}'))
                continue;

            if (i + 1 < text.Length && text[i + 1] == text[i])
            {
                AppendText(text.Substring(start, i + 1 - start), value.Syntax);
                start = ++i + 1;
                continue;
            }

            var end = text.IndexOf('}', i);
            if (text[i] == '}' || end < 0)
                continue;

            AppendText(text.Substring(start, i - start), value.Syntax);
            AppendHole(format, string.Join(", ", format.Arguments.Where(argument => argument != pattern).Select(static argument => argument.Value.Syntax.ToString())));
            i = end;
            start = end + 1;
        }

        AppendText(text.Substring(start), value.Syntax);
    }

    private void AppendText(string text, SyntaxNode syntax)
    {
        if (text.Length == 0)
            return;

        _parts.Add((new TextSpan(_text.Length, text.Length), syntax));
        _text.Append(text);
    }

    private void AppendHole(IOperation value, string? code = null)
    {
        // In a tag, a part that is not known mostly is an attribute.
        if (_text.Length > 0 && char.IsLetterOrDigit(_text[_text.Length - 1]) && EndsWithTagName())
            _text.Append(' ');

        _holes.Add((new TextSpan(_text.Length, Placeholder.Length), code ?? value.Syntax.ToString()));
        _text.Append(Placeholder);
    }

    private bool EndsWithTagName()
    {
        const string Tag = "<script";
        return _text.Length >= Tag.Length && string.Equals(_text.ToString(_text.Length - Tag.Length, Tag.Length), Tag, StringComparison.OrdinalIgnoreCase);
    }
}
