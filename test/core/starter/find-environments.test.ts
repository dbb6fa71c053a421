import { describe, expect, it } from 'vitest'
import { findEnvironments } from '../../../src/core/starter/find-environments.ts'
import { surveyRepository } from '../../../src/core/starter/survey.ts'

function found(paths: readonly string[], applications: readonly string[] = []) {
  const files = [
    ...paths.map((path) => ({ path, text: null })),
    ...applications.map((text, index) => ({ path: `argocd/${String(index)}.yaml`, text })),
  ]
  return findEnvironments(surveyRepository(files))
}

function application(path: string, destination: string): string {
  return `apiVersion: argoproj.io/v1alpha1\nkind: Application\nmetadata: { name: a }\nspec: { source: { path: "${path}" }, destination: ${destination} }\n`
}

describe('an environment', () => {
  it.each([
    { name: 'none', paths: ['web.yaml', 'apps/web.yaml'], want: [] },
    {
      name: 'by whole words in the names of folders',
      paths: ['product/a.yaml', 'prod/a.yaml', 'shop_staging/a.yaml', 'eu-dev/a.yaml'],
      want: ['production prod/**', 'staging shop_staging/**', 'development eu-dev/**'],
    },
    {
      name: 'of the outermost folder',
      paths: ['prod/dev-tools/a.yaml'],
      want: ['production prod/**'],
    },
    {
      name: 'for each cluster',
      paths: ['clusters/prod-eu/a.yaml', 'clusters/prod-us/a.yaml', 'clusters/dev/a.yaml'],
      want: ['prod-eu clusters/prod-eu/**', 'prod-us clusters/prod-us/**', 'development clusters/dev/**'],
    },
    {
      name: 'as one glob where many folders have the name',
      paths: ['a', 'b', 'c', 'd'].map((app) => `apps/${app}/overlays/prod/x.yaml`),
      want: ['production **/overlays/prod/**'],
    },
    {
      name: 'not in documents, tests, charts and hidden folders',
      paths: ['docs/prod/a.yaml', 'test/prod/a.yaml', '.github/prod/a.yaml', 'prod/README.md'],
      want: [],
    },
    { name: 'that is not production', paths: ['non-prod/a.yaml'], want: ['staging non-prod/**'] },
  ])('$name', ({ paths, want }) => {
    expect(found(paths).map(({ name, paths: globs }) => `${name} ${globs.join(' ')}`)).toEqual(want)
  })

  it('has the cluster and namespace that Argo CD deploys it to, when there is one', () => {
    const one = application('clusters/prod/shop', '{ name: prod-eu, namespace: shop }')
    const other = application('clusters/prod/pay', '{ name: prod-eu, namespace: pay }')
    const paths = ['clusters/prod/shop/a.yaml', 'clusters/prod/pay/a.yaml']
    expect(found(paths, [one])).toMatchObject([{ cluster: 'prod-eu', namespace: 'shop' }])
    expect(found(paths, [one, other])).toMatchObject([{ cluster: 'prod-eu', namespace: null }])
  })

  it('has the cluster that its folder is named after, unless a template says another', () => {
    const templated = application('clusters/prod/shop', '{ name: "{{name}}" }')
    expect(found(['clusters/prod/shop/a.yaml'], [templated])).toMatchObject([{ cluster: 'prod' }])
    expect(found(['envs/prod/a.yaml'])).toMatchObject([{ cluster: null }])
  })
})
