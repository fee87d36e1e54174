using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using ReplayLint.Consent;

namespace ReplayLint.Readers.CSharp;

/// <summary>Reads how many days a time span lasts, or a date lies ahead, as far as constants show it.</summary>
internal sealed class DurationReader(ValueReader values)
{
    private const int MaximumDepth = 8;
    private const double DaysPerYear = 365.25;

    /// <summary>The days, infinite for the end of time; null when they cannot be told.</summary>
    public double? DaysOf(IOperation value) => DaysOf(value, MaximumDepth);

    private double? DaysOf(IOperation value, int depth)
    {
        value = value.Unwrap();
        if (depth-- == 0)
            return null;

        switch (value)
        {
            // A date becomes one with an offset.
            case IConversionOperation { OperatorMethod: { } conversion, Operand: var operand } when IsTime(conversion.ContainingType):
                return DaysOf(operand, depth);

            case IFieldReferenceOperation { Field: { Name: "MaxValue" } end } when IsTime(end.ContainingType):
                return double.PositiveInfinity;

            case IPropertyReferenceOperation { Property: { IsStatic: true, Name: "Now" or "UtcNow" or "Today" } now } when IsTime(now.ContainingType):
                return 0;

            case IFieldReferenceOperation { Field: var field } when values.Source.ValueOf(field) is { } known:
                return DaysOf(known, depth);

            case IPropertyReferenceOperation { Property: var property } when values.Source.ValueOf(property) is { } known:
                return DaysOf(known, depth);

            case ILocalReferenceOperation local when value.Root().OnlyValueOf(local.Local) is { } known:
                return DaysOf(known, depth);

            case IBinaryOperation { OperatorKind: BinaryOperatorKind.Add, OperatorMethod: not null } sum when IsTime(sum.Type):
                return DaysOf(sum.LeftOperand, depth) + DaysOf(sum.RightOperand, depth);

            case IObjectCreationOperation { Type: { } type, Arguments: { IsEmpty: false } arguments } when IsTime(type):
                return type.Name == "TimeSpan" ? Sum(arguments, "Ticks") : DaysOf(arguments[0].Value, depth);

            case IInvocationOperation call:
                return OfCall(call, depth);

            default:
                return null;
        }
    }

    private double? OfCall(IInvocationOperation call, int depth)
    {
        var method = call.TargetMethod;
        if (method is { ContainingType.Name: "TimeProvider", Name: "GetUtcNow" or "GetLocalNow" })
            return 0;

        if (!IsTime(method.ContainingType))
            return null;

        if (method.IsStatic)
            return method.Name.StartsWith("From", StringComparison.Ordinal) ? Sum(call.Arguments, method.Name.Substring("From".Length)) : null;

        if (call.Instance is not { } receiver)
            return null;

        if (method.Name is "ToUniversalTime" or "ToLocalTime")
            return DaysOf(receiver, depth);

        if (!method.Name.StartsWith("Add", StringComparison.Ordinal) || call.Arguments.Length != 1)
            return null;

        return DaysOf(receiver, depth) + (method.Name == "Add"
            ? DaysOf(call.Arguments[0].Value, depth)
            : NumberOf(call.Arguments[0].Value) * DaysPer(method.Name.Substring("Add".Length)));
    }

    /// <summary>What the arguments add up to: a parameter is named after its unit, or the method is.</summary>
    private double? Sum(IEnumerable<IArgumentOperation> arguments, string unit)
    {
        double? days = 0;
        foreach (var argument in arguments)
            days += NumberOf(argument.Value) * (DaysPer(argument.Parameter?.Name ?? "") ?? DaysPer(unit));

        return days;
    }

    private double? NumberOf(IOperation value) =>
        double.TryParse(values.Read(value).Text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? number : null;

    private static double? DaysPer(string unit) => unit.ToUpperInvariant() switch
    {
        "YEARS" => DaysPerYear,
        "MONTHS" => DaysPerYear / 12,
        "DAYS" => 1,
        "HOURS" => TimeSpan.FromHours(1).TotalDays,
        "MINUTES" => TimeSpan.FromMinutes(1).TotalDays,
        "SECONDS" => TimeSpan.FromSeconds(1).TotalDays,
        "MILLISECONDS" => TimeSpan.FromMilliseconds(1).TotalDays,
        "MICROSECONDS" => TimeSpan.FromMilliseconds(1).TotalDays / 1000,
        "TICKS" => TimeSpan.FromTicks(1).TotalDays,
        _ => null,
    };

    private static bool IsTime(ITypeSymbol? type) =>
        type is { Name: "TimeSpan" or "DateTime" or "DateTimeOffset" } and INamedTypeSymbol named && ConsentTypes.IsSystem(named);
}
